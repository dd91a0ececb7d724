import { remedyForCertificate } from "../../../src/io/trust";

test.each([
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", /NODE_EXTRA_CA_CERTS/],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /NODE_EXTRA_CA_CERTS/],
  ["UNSPECIFIED", /another certificate/],
  ["CERT_NOT_YET_VALID", /clock/],
  ["ERR_TLS_CERT_ALTNAME_INVALID", /endpoint/],
  ["ECONNRESET", undefined],
  ["constructor", undefined],
])("the remedy for the certificate code %s", (code, remedy) => {
  expect(remedyForCertificate(code)).toEqual(
    remedy === undefined ? undefined : expect.stringMatching(remedy),
  );
});
