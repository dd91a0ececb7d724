import "./door";
import "../contract/tencentcloud.test";
