/**
 * What the page does: it asks the admin API every two seconds, and draws anew where an answer differs. Whatever comes
 * from there is written as text, never as markup.
 */
export const script = `
"use strict";
const DEAD = ["rejected", "expired", "deleting", "deleted", "failed"];
const SVG = "http://www.w3.org/2000/svg";
const MOST_PAIRS = 60;
let last = "";

async function ask(path) {
  const answer = await fetch("/_emulator" + path);
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error.message);
  return value;
}

function element(parent, name, attributes, text) {
  const made = parent instanceof SVGElement || name === "svg" ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const key of Object.keys(attributes || {})) made.setAttribute(key, attributes[key]);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function table(parent, heads, rows) {
  const made = element(parent, "table");
  const head = element(made, "tr");
  for (const one of heads) element(head, "th", {}, one);
  for (const row of rows) {
    const line = element(made, "tr");
    for (const cell of row) element(line, "td", cell.mark ? { class: cell.mark } : {}, cell.text === undefined ? cell : cell.text);
  }
}

function kindOf(status) {
  if (status === "active" || status === "updating") return "active";
  return DEAD.includes(status) ? "dead" : "waiting";
}

function draw(root, cloud, world) {
  const part = element(root, "section", { id: cloud });
  element(part, "h2", {}, cloud);
  const used = world.peerings.filter((row) => row.cloud === cloud && !row.deleted && row.status !== "deleted");
  const linked = new Set(used.flatMap((row) => [row.requester.vpcId, row.accepter.vpcId]));
  const all = world.vpcs.filter((vpc) => vpc.cloud === cloud);
  const vpcs = all.filter((vpc) => linked.has(vpc.vpcId));
  element(part, "p", { class: "note" }, all.length + " VPCs, " + used.length + " connections" + (vpcs.length < all.length ? "; VPCs without one are not drawn" : ""));
  if (vpcs.length > 0) picture(part, vpcs, used, world.routes);
  if (used.length > 0) reaches(part, used, world.reach);
  routesOf(part, world.routes.filter((row) => row.cloud === cloud && row.hop.kind !== "local"));
}

function picture(part, vpcs, peerings, routes) {
  const [width, height] = [1000, vpcs.length <= 2 ? 110 : Math.max(380, 120 * Math.ceil(vpcs.length / 2))];
  const svg = element(part, "svg", { viewBox: "0 0 " + width + " " + height, role: "img", "aria-label": "VPCs and their connections" });
  const places = new Map(vpcs.map((vpc, index) => {
    const angle = (2 * Math.PI * index) / vpcs.length + Math.PI;
    return [vpc.vpcId, { x: width / 2 + Math.cos(angle) * (width / 2 - 130), y: height / 2 + Math.sin(angle) * (height / 2 - 45) }];
  }));
  for (const row of peerings) {
    const [from, to] = [places.get(row.requester.vpcId), places.get(row.accepter.vpcId)];
    if (from === undefined || to === undefined) continue;
    element(svg, "line", { class: kindOf(row.status), "data-connection": row.id, x1: from.x, y1: from.y, x2: to.x, y2: to.y });
    element(svg, "text", { class: "soft", x: (from.x + to.x) / 2 + 6, y: (from.y + to.y) / 2 - 6 }, (row.name || row.id) + ", " + row.status);
    for (const [end, other, vpcId] of [[from, to, row.requester.vpcId], [to, from, row.accepter.vpcId]]) {
      const count = routes.filter((route) => route.vpcId === vpcId && route.hop.id === row.id).length;
      if (count === 0) continue;
      const [x, y] = [end.x + (other.x - end.x) * 0.34, end.y + (other.y - end.y) * 0.34];
      element(svg, "circle", { r: 5, cx: x, cy: y, "data-routes": vpcId });
      element(svg, "text", { class: "soft", x: x + 8, y: y + 14 }, count + (count === 1 ? " route" : " routes"));
    }
  }
  for (const vpc of vpcs) {
    const { x, y } = places.get(vpc.vpcId);
    element(svg, "rect", { x: x - 120, y: y - 30, width: 240, height: 60, rx: 8, "data-vpc": vpc.vpcId });
    element(svg, "text", { x: x - 110, y: y - 10 }, vpc.vpcId.length > 30 ? vpc.vpcId.slice(0, 8) + "\\u2026" + vpc.vpcId.slice(-12) : vpc.vpcId);
    element(svg, "text", { class: "soft", x: x - 110, y: y + 6 }, vpc.region + ", " + vpc.account.slice(0, 18));
    element(svg, "text", { class: "soft", x: x - 110, y: y + 20 }, vpc.cidrBlocks.concat(vpc.secondaryCidrBlocks).join(", ").slice(0, 38));
  }
}

function reaches(part, peerings, reach) {
  table(part, ["from", "to", "connection", "status", "packets and their answers"], peerings.flatMap((row) => {
    const known = reach.get(row.requester.vpcId + " " + row.accepter.vpcId);
    if (known === undefined) return [];
    const word = known.reaches ? { text: "get through", mark: "yes" } : { text: "do not get through: " + known.reasons.slice(0, 3).join("; "), mark: "no" };
    return [[row.requester.vpcId, row.accepter.vpcId, row.id, row.cloudStatus, word]];
  }));
}

function routesOf(part, routes) {
  if (routes.length === 0) return;
  const details = element(part, "details", { open: "" });
  element(details, "summary", {}, routes.length + (routes.length === 1 ? " route" : " routes") + " that lead out of their VPCs");
  table(details, ["VPC", "table", "destination", "leads to", "status"], routes.map((row) => [row.vpcId, row.table, row.destination, row.hop.id, row.status]));
}

async function look() {
  const [vpcs, peerings, routes, clock] = await Promise.all(["/vpcs", "/peerings", "/routes", "/clock"].map(ask));
  const live = peerings.filter((row) => !row.deleted && row.status !== "deleted").slice(0, MOST_PAIRS);
  const known = new Set(vpcs.map((vpc) => vpc.vpcId));
  const reach = new Map();
  for (const row of live) {
    const [from, to] = [row.requester.vpcId, row.accepter.vpcId];
    if (!known.has(from) || !known.has(to)) continue;
    reach.set(from + " " + to, await ask("/reach?from=" + encodeURIComponent(from) + "&to=" + encodeURIComponent(to)));
  }
  document.getElementById("clock").textContent = clock.now.slice(0, 19).replace("T", " ") + " UTC by its clock";
  const now = JSON.stringify([vpcs, peerings, routes, [...reach]]);
  if (now === last) return;
  last = now;
  const root = document.getElementById("world");
  root.replaceChildren();
  for (const cloud of [...new Set(vpcs.map((vpc) => vpc.cloud))]) draw(root, cloud, { vpcs, peerings, routes, reach });
  document.body.dataset.drawn = "yes";
}

async function go() {
  try {
    await look();
    document.getElementById("trouble").textContent = "";
  } catch (error) {
    document.getElementById("trouble").textContent = "The emulator does not answer: " + error.message;
  }
  setTimeout(go, 2000);
}
go();
`;
