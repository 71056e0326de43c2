import './no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { PageConfig } from './api/client.ts'
import { App } from './app.tsx'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
// Whoever serves the page writes this file beside it.
const config = (await (await fetch('config.json')).json()) as PageConfig
createRoot(root).render(
  <StrictMode>
    <App config={config} />
  </StrictMode>,
)
