import { defineConfig } from 'tsup'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../tsup.declared.ts'

export default defineConfig({
  entry: ['src/index.ts', 'src/keg/index.ts'], format: ['esm', 'cjs'], dts: { entry: declared('packages/message-schemas') }, clean: true,
})
