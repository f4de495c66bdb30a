import './look/look.css'
import { render } from 'preact'
import { App } from './App.tsx'
import './frame/theme.ts'
import { session } from './page.ts'

void session.ask()
render(<App />, document.body)
