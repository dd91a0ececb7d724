import { testMatrixOf } from "./suite";

testMatrixOf("alicloud");
