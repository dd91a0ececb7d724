import "./door";
import "../contract/lives.test";
