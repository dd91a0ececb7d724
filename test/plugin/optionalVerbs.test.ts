import "./door";
import "../contract/optionalVerbs.test";
