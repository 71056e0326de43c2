import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type * as z from 'zod'
import type { Durable } from '../flow-meter.ts'

/** A value in a JSON file, replaced as a whole: a process that is killed leaves the old file or the new one. */
export function jsonFile<Schema extends z.ZodType>(path: string, schema: Schema): Durable<z.output<Schema>> {
  mkdirSync(dirname(path), { recursive: true })
  return {
    read() {
      let text: string
      try {
        text = readFileSync(path, 'utf8')
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
      return schema.parse(JSON.parse(text))
    },
    write(value) {
      writeFileSync(`${path}.new`, JSON.stringify(value))
      renameSync(`${path}.new`, path)
    },
  }
}
