import "./door";
import "../contract/routesOfAccepted.test";
