import { Ajv, type ValidateFunction } from 'ajv';
import { readSample } from './vendor-samples.ts';

type Json = Record<string, unknown>;
type Operation = {
  requestBody?: { content: Json };
  responses: Record<string, { content?: Json }>;
};

/** Checks of the vendor's OpenAPI document, one per method, direction and status. */
export type VendorOpenApi = Readonly<{
  /** What is wrong with a request's body; empty when nothing is. */
  faultsOfRequest(path: string, body: unknown): string[];
  /** What is wrong with an answer's body; empty when nothing is or the document says nothing. */
  faultsOfAnswer(path: string, status: number, body: unknown): string[];
}>;

const FORMATS: Record<string, RegExp | true> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  'yyyy-MM-dd HH:mm:ss.fff': /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/,
  'yyyy-MM-dd': /^\d{4}-\d\d-\d\d$/,
  int32: true,
  int64: true,
  double: true,
  float: true,
  'date-span': true,
  'date-time': true,
};

const TYPES: Record<string, Json> = {
  float: { type: 'number' },
  double: { type: 'number' },
  bool: { type: 'boolean' },
  uuid: { type: 'string', format: 'uuid' },
  date: { type: 'string' },
  datetime: { type: 'string' },
  int: { type: 'integer' },
};
const JSON_TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** Loads the document, mended where it is no valid JSON Schema. */
export function loadVendorOpenApi(): VendorOpenApi {
  const document = readSample('openapi-iikocloud.json') as {
    paths: Record<string, { post?: Operation }>;
    components: { schemas: Record<string, Json> };
  };
  const ajv = new Ajv({ strict: false, allErrors: true, discriminator: false });
  for (const [name, check] of Object.entries(FORMATS)) ajv.addFormat(name, check);
  const { schemas } = document.components;
  const full = { components: { schemas: mendAll(schemas) } };
  ajv.addSchema(full, 'vendor');
  const compiled = new Map<string, ValidateFunction>();
  const faults = (schema: unknown, body: unknown): string[] => {
    const key = JSON.stringify(schema);
    const check = compiled.get(key) ?? ajv.compile(mend(schema) as Json);
    compiled.set(key, check);
    if (check(body)) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  };
  const schemaIn = (content: Json | undefined): unknown =>
    (Object.values(content ?? {})[0] as { schema?: unknown } | undefined)?.schema;
  return {
    faultsOfRequest(path, body) {
      const operation = document.paths[path]?.post;
      if (!operation) return [`no such method: ${path}`];
      return faults(schemaIn(operation.requestBody?.content), body);
    },
    faultsOfAnswer(path, status, body) {
      const schema = schemaIn(document.paths[path]?.post?.responses[status]?.content);
      return schema === undefined ? [] : faults(schema, body);
    },
  };
}

const mendAll = (schemas: Record<string, Json>): Json =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [keyOf(name), mendNamed(schema, schemas)]),
  );

/** Names hold brackets, backticks and commas that a JSON pointer can not. */
const keyOf = (name: string): string => decodeURIComponent(name).replace(/[^\w.-]/g, '_');

/**
 * Heirs repeat `additionalProperties: false` beside `allOf` of their parent, which forbids
 * everything: so heirs are flattened, and a parent with a discriminator becomes a choice of them.
 */
function mendNamed(schema: Json, schemas: Record<string, Json>): unknown {
  const mapping = (schema['discriminator'] as { mapping?: Record<string, string> } | undefined)
    ?.mapping;
  if (!mapping) return mend(flatten(schema, schemas));
  return {
    oneOf: Object.entries(mapping).map(([value, ref]) => {
      const heir = flatten(schemas[nameOf(ref)] ?? {}, schemas);
      const tag = (schema['discriminator'] as { propertyName: string }).propertyName;
      const properties = { ...(heir['properties'] as Json), [tag]: { enum: [value] } };
      return mend({ ...heir, properties });
    }),
  };
}

function flatten(schema: Json, schemas: Record<string, Json>): Json {
  const parents = (schema['allOf'] as { $ref?: string }[] | undefined) ?? [];
  if (parents.length === 0) return schema;
  let [properties, required] = [
    (schema['properties'] as Json) ?? {},
    (schema['required'] as string[]) ?? [],
  ];
  for (const { $ref } of parents) {
    const parent = flatten(schemas[nameOf($ref ?? '')] ?? {}, schemas);
    properties = { ...(parent['properties'] as Json), ...properties };
    required = [...((parent['required'] as string[]) ?? []), ...required];
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

const nameOf = (ref: string): string => decodeURIComponent(ref.split('/').at(-1) ?? '');

/** Pseudo types, `nullable`, and references rewritten; everything else as it stands. */
function mend(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mend(item));
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _example, discriminator: _tag, ...schema } = value as Json;
  const mended: Json = {};
  for (const [key, inner] of Object.entries(schema)) mended[key] = mend(inner);
  if (typeof schema['$ref'] === 'string') {
    mended['$ref'] = `vendor#/components/schemas/${keyOf(nameOf(schema['$ref']))}`;
  }
  const { type } = schema;
  if (typeof type === 'string' && !JSON_TYPES.has(type)) {
    delete mended['type'];
    Object.assign(mended, TYPES[type] ?? {});
  }
  return nullable === true ? { anyOf: [{ type: 'null' }, mended] } : mended;
}
