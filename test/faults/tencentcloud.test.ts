import { testMatrixOf } from "./suite";

testMatrixOf("tencentcloud");
