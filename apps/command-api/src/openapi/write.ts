import { writeFile } from 'node:fs/promises'
import { openApiFiles } from './files.ts'

for (const [path, text] of await openApiFiles()) await writeFile(new URL(`../../${path}`, import.meta.url), text)
