import { z } from 'zod';
import type { PolicyPath } from './flaw.ts';

type AnySchema = z.core.$ZodType;

/** The names that a schema knows at a path; none where any name may stand. */
export function knownNames(schema: AnySchema, path: PolicyPath): string[] {
  const here = within(schema, path);
  if (here instanceof z.ZodObject) return Object.keys(here.shape);
  if (here instanceof z.ZodRecord && here.keyType instanceof z.ZodEnum) return here.keyType.options.map(String);
  return [];
}

function within(schema: AnySchema, [key, ...rest]: PolicyPath): AnySchema | null {
  const plain = unwrapped(schema);
  if (key === undefined) return plain;
  if (plain instanceof z.ZodObject) {
    const child = (plain.shape as Record<string, AnySchema>)[key];
    return child ? within(child, rest) : null;
  }
  return plain instanceof z.ZodRecord ? within(plain.valueType, rest) : null;
}

/** Without what says only that it may be left out. */
function unwrapped(schema: AnySchema): AnySchema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap());
  const hasDefault = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return hasDefault ? unwrapped(schema.unwrap()) : schema;
}
