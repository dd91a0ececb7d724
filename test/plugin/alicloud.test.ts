import "./door";
import "../contract/alicloud.test";
