// FORM STEPS OUT: fills a form with pdf-lib. Run where pdf-lib is installed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { PDFDocument, PDFName, PDFRadioGroup } = createRequire(`${process.cwd()}/`)("pdf-lib");
const [form, steps, out] = process.argv.slice(2);
const document = await PDFDocument.load(readFileSync(form));
const fields = document.getForm();
for (const [deed, name, value] of JSON.parse(readFileSync(steps, "utf8"))) {
  if (deed === "choose") fields.getRadioGroup(name).select(value);
  else fields.getTextField(name).setText(value);
}
let saved;
try {
  saved = await document.save();
} catch (problem) {
  // Its own font has no letters beyond Latin: the values are kept and nothing is drawn.
  console.log(`without drawing: ${problem.message}`);
  saved = await document.save({ updateFieldAppearances: false });
}
writeFileSync(out, saved);
