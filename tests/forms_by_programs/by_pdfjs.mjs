// FORM STEPS OUT: fills a form with pdf.js as its viewer does, by what it stores of annotations. Run where pdfjs-dist is.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const root = dirname(require.resolve("pdfjs-dist/package.json"));
const { getDocument } = await import(pathToFileURL(`${root}/legacy/build/pdf.mjs`));
const [form, steps, out] = process.argv.slice(2);
const document = await getDocument({
  data: new Uint8Array(readFileSync(form)),
  standardFontDataUrl: `${root}/standard_fonts/`,
  cMapUrl: `${root}/cmaps/`,
}).promise;
const widgets = [];
for (let at = 1; at <= document.numPages; at++) widgets.push(...(await (await document.getPage(at)).getAnnotations()));
for (const [deed, name, value] of JSON.parse(readFileSync(steps, "utf8"))) {
  for (const each of widgets.filter((widget) => widget.fieldName === name)) {
    if (deed === "type") document.annotationStorage.setValue(each.id, { value });
    else document.annotationStorage.setValue(each.id, { value: each.buttonValue === value });
  }
}
writeFileSync(out, await document.saveDocument());
process.exit(0);
