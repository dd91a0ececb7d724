import "./door";
import "../contract/routing.test";
