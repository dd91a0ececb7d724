import "./door";
import "../contract/tagNames.test";
