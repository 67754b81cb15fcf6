// What the programs that an export is made for find in it: read_export.mjs FOLDER FORMAT < export
//
// FOLDER holds the node_modules. Prints a JSON list of {label, begin, end, id}, begin inclusive and end exclusive as
// the consumer understands them, in civil time; `status`, `edtf` where it hands them on. Exit code 77: not installed.
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [folder, format] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(folder), "package.json"));
const text = readFileSync(0, "utf8");

async function load(name) {
  try {
    return await import(pathToFileURL(require.resolve(name)));
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND" && error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    skip(name);
  }
}

function skip(name) {
  console.error(`skipped: ${name} is not installed; tests/export/consumers/install does it`);
  process.exit(77);
}

// A program that is made for pages, as text.
function script(name) {
  const file = path.join(folder, "node_modules", name);
  if (!existsSync(file)) skip(name);
  return readFileSync(file, "utf8");
}

const two = (n) => String(n).padStart(2, "0");
// A moment of the local clock, the year with sign and six digits so that any can be compared as text.
const civil = (d) => {
  const year = d.getFullYear();
  return `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}-${two(d.getMonth() + 1)}-${two(d.getDate())}` +
    `T${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;
};

async function page() {
  const { JSDOM } = await load("jsdom");
  const dom = new JSDOM('<!doctype html><html><body><div id="timeline" style="width:900px;height:600px"></div></body></html>',
    { runScripts: "outside-only", pretendToBeVisual: true });
  return dom.window;
}

const as_text = (window, html) => {
  const element = window.document.createElement("div");
  element.innerHTML = html;
  return element.textContent;
};

const readers = {
  // The program itself, started in a page.
  async timelinejs() {
    const window = await page();
    window.matchMedia ??= () => ({ matches: false, addListener() {}, addEventListener() {} });
    window.console.log = () => {};
    window.eval(script("@knight-lab/timelinejs/dist/js/timeline.js"));
    const timeline = new window.TL.Timeline("timeline", JSON.parse(text), { script_path: "https://example.org/" });
    for (let tries = 0; !timeline.config && tries < 100; ++tries) await new Promise((done) => setTimeout(done, 50));
    const { config } = timeline;
    if (!config.isValid()) throw new Error(config.getErrors("; "));
    return config.events.map((event) => {
      const begin = event.start_date.data.date_obj;
      const last = (event.end_date ?? event.start_date).data;
      const end = new window.Date(last.date_obj);  // the unit that is named last is meant as a whole
      if (last.hour === undefined) end.setDate(end.getDate() + 1);
      else if (event.end_date) end.setSeconds(end.getSeconds() + 1);
      else end.setMinutes(end.getMinutes() + 1);
      return { id: event.unique_id, label: as_text(window, event.text.headline), begin: civil(begin), end: civil(end), shown: event.display_date };
    });
  },

  // The data sets with the conversion that the timeline applies to its items.
  async vis() {
    const window = await page();
    const data = JSON.parse(text);
    window.eval(script("vis-timeline/standalone/umd/vis-timeline-graph2d.js"));
    const { DataSet, Timeline } = window.vis;
    const timeline = new Timeline(window.document.getElementById("timeline"), new DataSet(data.items), new DataSet(data.groups), {});
    return Object.values(timeline.itemSet.items).map(({ data: item }) => ({
      id: item.id, label: as_text(window, item.content), begin: civil(item.start), end: civil(item.end ?? new window.Date(+item.start + 1000)),
      edtf: item.edtf, status: timeline.groupsData.get(item.group).content,
    }));
  },

  async markwhen() {
    const { parse } = await load("@markwhen/parser");
    const result = parse(text);
    if (result.parseMessages?.length) throw new Error(JSON.stringify(result.parseMessages));
    const local = (iso) => iso.replace(/^(\d{4})/, "+00$1").replace(/^-00/, "-00").replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, "");
    return result.events.children.map((event) => ({
      id: event.properties.event, edtf: event.properties.edtf, tags: event.tags, label: event.firstLine.restTrimmed.replace(/^: /, ""),  // its years before our era keep the colon

      begin: local(event.dateRangeIso.fromDateTimeIso), end: local(event.dateRangeIso.toDateTimeIso),
    }));
  },

  async mermaid() {
    const window = await page();
    globalThis.window = window;
    globalThis.document = window.document;
    const mermaid = (await load("mermaid")).default;
    mermaid.initialize({ startOnLoad: false });
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const read = (words) => words.replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(n));
    return diagram.db.getTasks().map((task) => ({ label: read(task.events[0]), shown: read(task.task), section: read(task.section), more: task.events.slice(1).map(read) }));
  },

  async ical() {
    const ical = (await load("ical.js")).default;
    const calendar = new ical.Component(ical.parse(text));
    return calendar.getAllSubcomponents("vevent").map((one) => {
      const event = new ical.Event(one);
      const moment = (t) => `+${String(t.year).padStart(6, "0")}-${two(t.month)}-${two(t.day)}T${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
      return { id: event.uid, label: event.summary, begin: moment(event.startDate), end: moment(event.endDate), edtf: one.getFirstPropertyValue("x-fasti-edtf") };
    });
  },

  // Expanded as linked data, offline: schema.org's context says no more than that its words are its own.
  async jsonld() {
    const jsonld = (await load("jsonld")).default;
    const edtf = await load("edtf").then(({ default: m }) => m.default ?? m);
    const schema = "http://schema.org/";
    const documentLoader = async (url) => {
      if (url !== "https://schema.org") throw new Error(`asks for ${url}`);
      return { contextUrl: null, documentUrl: url, document: { "@context": { "@vocab": schema } } };
    };
    const graph = await jsonld.expand(JSON.parse(text), { documentLoader, base: "https://example.org/ferry" });
    const lists = graph.filter((node) => node["@type"]?.[0] === schema + "ItemList");
    const known = new Set(graph.map((node) => node["@id"]));
    const value = (node, name) => node[name]?.[0]["@value"];
    return lists[0][schema + "itemListElement"].map((event) => {
      for (const claim of event[schema + "subjectOf"] ?? [])
        if (!known.has(claim[schema + "appearance"][0]["@id"])) throw new Error("a claim without its source");
      const temporal = event["http://purl.org/dc/terms/temporal"]?.[0];
      if (temporal && temporal["@type"] !== "http://id.loc.gov/datatypes/edtf/EDTF") throw new Error("temporal without a type");
      if (temporal) edtf(temporal["@value"].replace(/T\d\d:\d\d$/, (time) => `${time}:00`));  // it asks for seconds
      return { id: event["@id"].split("#")[1], label: value(event, schema + "name"), begin: value(event, schema + "startDate"), end: value(event, schema + "endDate"), edtf: temporal?.["@value"] };
    });
  },
};

console.log(JSON.stringify(await readers[format]()));
process.exit(0);
