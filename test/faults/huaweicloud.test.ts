import { testMatrixOf } from "./suite";

testMatrixOf("huaweicloud");
