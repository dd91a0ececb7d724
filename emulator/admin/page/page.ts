import type { Answer } from "../../core/http/http";
import { script } from "./script";
import { style } from "./style";

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>vpc-peering-emulator</title>
<style>${style}</style>
<h1>The emulated clouds</h1>
<p class="note"><span id="clock"></span> <span id="trouble"></span></p>
<main id="world"></main>
<script>${script}</script>
</html>
`;

/** The page for people: what is connected, where routes lead, and what reaches what. It loads nothing from elsewhere. */
export const page: Answer = {
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
  },
  body: html,
  code: null,
};
