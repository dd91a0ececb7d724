import "./door";
import "../contract/story.test";
