import './look/look.css'
import { render } from 'preact'
import { App } from './App.tsx'
import './frame/privacy.ts'
import { session } from './page.ts'
import { keepShell } from './worker/register.ts'

keepShell()
void session.ask()
render(<App />, document.body)
