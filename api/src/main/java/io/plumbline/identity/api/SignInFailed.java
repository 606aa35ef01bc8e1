package io.plumbline.identity.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** No token for these credentials; never says which part is wrong. */
class SignInFailed extends ErrorResponseException {
  SignInFailed(String sentence) {
    super(HttpStatus.UNAUTHORIZED);
    setDetail(sentence);
  }
}
