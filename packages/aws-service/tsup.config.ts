import { defineConfig } from 'tsup'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../tsup.declared.ts'

export default defineConfig({
  entry: ['src/index.ts', 'src/generate/index.ts'], format: ['esm'],
  dts: { entry: declared('packages/aws-service'), banner: '/// <reference types="node" />' },
  splitting: true, clean: true, removeNodeProtocol: false,
})
