#!/usr/bin/env node
import { start } from "../../../commandLine/command";
import { importer } from "./command";

start(importer);
