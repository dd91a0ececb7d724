import "./door";
import "../contract/routes.test";
