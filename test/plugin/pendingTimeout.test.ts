import "./door";
import "../contract/pendingTimeout.test";
