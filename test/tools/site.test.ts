import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Checked {
  broken: string[];
  outside: string[];
}

interface Page {
  file: string;
  section: string;
}

const load = async <Module>(name: string): Promise<Module> =>
  (await import(pathToFileURL(join(__dirname, "../../tools/site", name)).href)) as Module;

describe("the links of the site", () => {
  async function checked(files: Record<string, string>): Promise<Checked> {
    const { checkLinks } = await load<{ checkLinks: (files: Map<string, string>) => Checked }>("links.mjs");
    return checkLinks(new Map(Object.entries(files)));
  }

  const from = (link: string): Record<string, string> => ({
    "docs/routes.html": `<h2 id="drift">Drift</h2><a class="x" href="${link}">there</a>`,
    "docs/index.html": '<p id="top &amp; more">',
    "index.html": '<a name="try-it"></a>',
    "media/plot.svg": '<svg><g id="line"></g></svg>',
    "assets/main.js": 'const id = "code"; // <a href="nowhere.html">',
  });

  test.each([
    "index.html",
    "../index.html#try-it",
    "../docs/",
    ".",
    "#drift",
    "#",
    "?page=2#drift",
    "index.html#top%20%26%20more",
    "../assets/main.js",
    "../media/plot.svg#line",
  ])("%s leads somewhere", async (link) => {
    expect(await checked(from(link))).toEqual({ broken: [], outside: [] });
  });

  test.each([
    "route.html",
    "index.html/",
    "../docs",
    "../../index.html",
    "/index.html",
    "#Drift",
    "../index.html#drift",
    "../media/plot.svg#dot",
    "../assets/main.js#code",
  ])("%s leads nowhere", async (link) => {
    expect((await checked(from(link))).broken).toEqual([`docs/routes.html leads to ${link}`]);
  });

  test("pictures are looked for, too, in each width", async () => {
    const page =
      '<img src="media/here.png" srcset="media/here.png 1x, media/gone.png 2x"><script src="gone.js"></script>';
    expect((await checked({ "index.html": page, "media/here.png": "" })).broken).toEqual([
      "index.html leads to gone.js",
      "index.html leads to media/gone.png",
    ]);
  });

  test("those to outside are listed once, in order", async () => {
    const page = '<a href="mailto:a@b.example"></a><a href="https://b.example/?a=1&amp;b=2"></a>';
    expect(await checked({ "index.html": page, "more.html": page })).toEqual({
      broken: [],
      outside: ["https://b.example/?a=1&b=2", "mailto:a@b.example"],
    });
  });
});

describe("the pages of the site", () => {
  test("stand in the order and under the headings of the table of contents", async () => {
    const { pagesOf } = await load<{ pagesOf: (text: string) => Page[] }>("contents.mjs");
    const toc = [
      "# Documentation",
      "## How to",
      "- [Routes](routes.md), as [others](https://a.example/b.md) do",
      "## Reference",
      "- [One](b.md), [two](a.md#part)",
    ];
    expect(pagesOf(toc.join("\n\n")).filter(({ file }) => file.startsWith("docs/"))).toEqual([
      { file: "docs/README.md", section: "none" },
      { file: "docs/routes.md", section: "How to" },
      { file: "docs/b.md", section: "Reference" },
    ]);
  });

  test("are called what their first heading says", async () => {
    const { titleOf } = await load<{ titleOf: (text: string) => string | undefined }>("contents.mjs");
    expect(titleOf("<!-- made -->\n\n# Hubs and meshes\n\n## A hub\n")).toBe("Hubs and meshes");
    expect(titleOf("No heading")).toBeUndefined();
  });
});
