import "./door";
import "../contract/preflightRoutes.test";
