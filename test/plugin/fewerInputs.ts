/** Has each hook meet fewer inputs: through the other door it meets all of them. */
process.env["FAST_CHECK_RUNS"] ??= "400";
