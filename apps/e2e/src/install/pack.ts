import { mkdirSync, rmSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { packAll, releasedPackages, tarballOf } from './tarball.ts'

// `pnpm nx run e2e:pack`: every package that is released, as a file for `npm install`, since no registry has them yet.

const folder = resolve(process.argv[2] ?? 'tarballs')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const names = releasedPackages()
await packAll(names, folder)
for (const name of names) console.log(relative(process.cwd(), tarballOf(name, folder)))
console.log(`\nIn a project of yours: npm install ${folder}/*.tgz`)
