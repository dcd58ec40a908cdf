#!/usr/bin/env node
import './need-node.mjs'

const { takeScreenshots } = await import('../../test/screenshots/take-screenshots.ts')
process.exitCode = await takeScreenshots()
