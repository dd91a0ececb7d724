/** Has the tests that are imported after this one go through the plugin. */
process.env["DOOR"] = "plugin";
