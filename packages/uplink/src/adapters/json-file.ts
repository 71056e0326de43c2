import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import type { Durable } from '../durable.ts'
import { UplinkError } from '../uplink-error.ts'
import { writeWholeFile } from './whole-file.ts'

/** How a file is kept. */
export interface JsonFileOptions<Schema extends z.ZodType> {
  /** What the value must be. */
  readonly schema: Schema
  /** The number of that schema, from 1. */
  readonly version: number
  /**
   * Makes a value of `version` of one of an older schema; files without a number are of schema 0. Absent: an older value is read as it is.
   */
  readonly upgrade?: (value: unknown, from: number) => unknown
  /** Whether a write must survive a power cut, not only the end of the process; slower. Default no. */
  readonly durable?: boolean
}

const numbered = z.strictObject({ schema: z.int().min(1), value: z.unknown() })

/**
 * A value in a JSON file, as `{ "schema": N, "value": … }`, replaced as a whole: a process that is killed leaves the old file or the new
 * one. A file of a newer schema (`NEWER_SCHEMA`) or one that can't be read (`CORRUPT`) is refused by an {@link UplinkError}, and never
 * overwritten.
 */
export function jsonFile<Schema extends z.ZodType>(path: string, options: JsonFileOptions<Schema>): Durable<z.output<Schema>> {
  mkdirSync(dirname(path), { recursive: true })
  // Nothing is written over a file that this program could not read.
  let readable = false
  const read = () => {
    const text = textOf(path)
    const value = text === undefined ? undefined : parse(path, text, options)
    readable = true
    return value
  }
  return {
    read,
    write(value) {
      if (!readable) read()
      writeWholeFile(path, JSON.stringify({ schema: options.version, value }), { durable: options.durable ?? false })
    },
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parse<Schema extends z.ZodType>(
  path: string, text: string, { schema, version, upgrade = (value) => value }: JsonFileOptions<Schema>,
): z.output<Schema> {
  const json = parseJson(path, text)
  const wrapped = numbered.safeParse(json)
  const [found, value] = wrapped.success ? [wrapped.data.schema, wrapped.data.value] : [0, json]
  if (found > version) {
    const message =
      `${path} is of schema ${found}; this program reads schemas up to ${version}. Run the newer program, or move the file away.`
    throw new UplinkError('NEWER_SCHEMA', message, { path, foundSchema: found, newestSchema: version })
  }
  try {
    return schema.parse(found < version ? upgrade(value, found) : value)
  } catch (cause) {
    throw corrupt(path, cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause), cause)
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw corrupt(path, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const corrupt = (path: string, why: string, cause: unknown) =>
  new UplinkError('CORRUPT', `${path} can't be read and is left as it is: ${why}. Mend it, or move it away.`, { path, cause })
