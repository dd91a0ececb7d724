import "./door";
import "./fewerInputs";
import "../fuzz/hooks.test";
