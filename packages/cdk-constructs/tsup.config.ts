import { defineConfig } from 'tsup'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../tsup.declared.ts'
import { bundleHandler } from './src/rules/actions/salesforce/bundle-handler.ts'

export default defineConfig({
  entry: { index: 'src/index.ts', 'confirm-destination': 'src/rules/actions/confirm-destination.ts' },
  format: ['esm', 'cjs'],
  // The types of aws-cdk-lib name `Disposable`, which no library before esnext has.
  dts: { entry: declared('packages/cdk-constructs'), banner: '/// <reference lib="esnext.disposable" />' },
  // `import.meta.url` for CommonJS.
  shims: true,
  clean: true,
  onSuccess: async () => bundleHandler(new URL('src/rules/actions/salesforce/', import.meta.url).href, 'dist/salesforce'),
})
