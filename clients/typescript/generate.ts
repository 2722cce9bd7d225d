// Writes src/schema.ts from an OpenAPI document: node generate.ts openapi.json src/schema.ts
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const [source, target] = process.argv.slice(2) as [string, string];
const named = (name: string) => ts.factory.createTypeReferenceNode(name);
const bytes = ts.factory.createUnionTypeNode([named("Blob"), named("ArrayBuffer"), named("Uint8Array"), named("string")]);

const nodes = await openapiTS(JSON.parse(await readFile(source, "utf8")), {
  transform: (schema) => (schema.format === "binary" ? bytes : undefined),
});
await writeFile(target, "// Generated from api/openapi.yaml by `make clients`. Not to be edited.\n" + astToString(nodes));
