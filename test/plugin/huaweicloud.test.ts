import "./door";
import "../contract/huaweicloud.test";
