import { defineConfig } from 'tsup'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../tsup.declared.ts'

// Its types name `Symbol.asyncDispose`, which no library before esnext has, and streams of Node.js.
// `node:sqlite` has no other name.
export default defineConfig({
  entry: ['src/index.ts', 'src/doors/index.ts', 'src/policy/index.ts', 'src/running.ts'], format: ['esm'],
  dts: { entry: declared('packages/local-iot'), banner: '/// <reference lib="esnext.disposable" />\n/// <reference types="node" />' },
  splitting: true, clean: true, removeNodeProtocol: false,
})
