import { defineConfig } from 'tsup'
import { bundleHandler } from './src/rules/actions/salesforce/bundle-handler.ts'

export default defineConfig({
  entry: { index: 'src/index.ts', 'confirm-destination': 'src/rules/actions/confirm-destination.ts' },
  format: ['esm', 'cjs'],
  // The types of aws-cdk-lib name `Disposable`, which no library before esnext has.
  dts: { banner: '/// <reference lib="esnext.disposable" />' },
  // `import.meta.url` for CommonJS.
  shims: true,
  clean: true,
  onSuccess: async () => bundleHandler(new URL('src/rules/actions/salesforce/', import.meta.url).href, 'dist/salesforce'),
})
