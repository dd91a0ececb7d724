import "./door";
import "../contract/ignored.test";
