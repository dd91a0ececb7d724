import "./door";
import "../contract/routesDrift.test";
