#!/usr/bin/env node
// `npx gongkai …`: the operator's commands.
import { runWithNode24 } from './node24.mjs'

runWithNode24('cli.ts', process.argv.slice(2))
