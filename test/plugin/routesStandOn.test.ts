import "./door";
import "../contract/routesStandOn.test";
