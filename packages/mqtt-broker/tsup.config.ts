import { defineConfig } from 'tsup'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../tsup.declared.ts'

// Its types name streams of Node.js.
export default defineConfig({
  entry: ['src/index.ts', 'src/adapters/web-socket.ts', 'src/testing/index.ts'], format: ['esm'],
  dts: { entry: declared('packages/mqtt-broker'), banner: '/// <reference types="node" />' },
  splitting: true, clean: true, removeNodeProtocol: false,
})
