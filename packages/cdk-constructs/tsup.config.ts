import { defineConfig } from 'tsup'

// The types of aws-cdk-lib name `Disposable`, which no library before esnext has.
export default defineConfig({ entry: ['src/index.ts'], format: ['esm', 'cjs'], dts: { banner: '/// <reference lib="esnext.disposable" />' }, clean: true })
