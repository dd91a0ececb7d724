#!/usr/bin/env node
import { start } from "../../../commandLine/command";
import { conformance } from "./command";

start(conformance);
