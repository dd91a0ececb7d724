import "./door";
import "../contract/names.test";
