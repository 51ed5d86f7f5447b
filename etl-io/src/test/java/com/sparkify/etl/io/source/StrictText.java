package com.sparkify.etl.io.source;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Gives numbers as they are written, and takes no text with half a surrogate pair. */
@SuppressWarnings("NullAway") // null is what a parser gives at the end
final class StrictText extends JsonParserDelegate {

  StrictText(JsonParser json) {
    super(json);
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
      boolean half = getText().codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
      if (half) {
        throw new JsonParseException(this, "Half a surrogate pair");
      }
    }
    return currentToken();
  }

  @Override
  public String nextFieldName() throws IOException {
    return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
  }

  @Override
  public JsonToken currentToken() {
    JsonToken token = super.currentToken();
    return token != null && token.isNumeric() ? JsonToken.VALUE_EMBEDDED_OBJECT : token;
  }

  @Override
  public int currentTokenId() {
    JsonToken token = currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE.id() : token.id();
  }

  @Override
  public Object getEmbeddedObject() throws IOException {
    return new WrittenNumber(getText());
  }
}
