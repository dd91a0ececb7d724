import { guessesSchema as alicloud } from "./clouds/alicloud/guesses";
import { guessesSchema as huaweicloud } from "./clouds/huaweicloud/guesses";
import { guessesSchema as tencentcloud } from "./clouds/tencentcloud/guesses";
import { guessesIn } from "./core/guess";

/** Every setting that stands for something that no document says, by cloud. */
export const guesses = {
  alicloud: guessesIn(alicloud),
  tencentcloud: guessesIn(tencentcloud),
  huaweicloud: guessesIn(huaweicloud),
};
