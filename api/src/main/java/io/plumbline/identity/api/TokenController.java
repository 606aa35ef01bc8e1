package io.plumbline.identity.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for local accounts. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Profile("local")
@Tag(name = "Tokens")
class TokenController {
  private final Accounts accounts;
  private final AccessTokens tokens;

  TokenController(Accounts accounts, AccessTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  @Operation(
      summary = "Signs in",
      description =
          "With username and password, or with the refresh token of an earlier answer; that one is used up.")
  @SecurityRequirements
  @PostMapping(path = "/api/v1/token", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<TokenAnswer> token(@RequestBody TokenRequest asked, HttpServletRequest request) {
    var answer =
        asked.refreshToken() == null
            ? signIn(text(asked.username()), text(asked.password()), request.getRemoteAddr())
            : renew(asked.refreshToken());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }

  @Operation(hidden = true)
  @PostMapping(path = "/api/v1/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<TokenAnswer> form(
      @RequestParam @Nullable String username,
      @RequestParam @Nullable String password,
      @RequestParam(name = "refresh_token") @Nullable String refreshToken,
      HttpServletRequest request) {
    return token(new TokenRequest(username, password, refreshToken), request);
  }

  private TokenAnswer signIn(String username, String password, String remoteAddress) {
    return accounts
        .signIn(username, password, remoteAddress, Channel.REST)
        .map(caller -> answer(username, caller))
        .orElseThrow(() -> new SignInFailed("The sign-in name or the password is wrong."));
  }

  private TokenAnswer renew(String refreshToken) {
    var username =
        accounts
            .useRefreshToken(refreshToken)
            .orElseThrow(() -> new SignInFailed("The refresh token is used up or unknown."));
    return accounts
        .find(username, Channel.REST)
        .map(caller -> answer(username, caller))
        .orElseThrow(() -> new SignInFailed("This account may not sign in."));
  }

  private TokenAnswer answer(String username, Caller caller) {
    return new TokenAnswer(
        tokens.issue(username, caller),
        "Bearer",
        tokens.lifetime().toSeconds(),
        accounts.issueRefreshToken(username));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Either a sign-in name with its password, or a refresh token. */
  @Schema(name = "TokenRequest")
  record TokenRequest(
      @Schema(example = "requester@acme") @Nullable String username,
      @Nullable String password,
      @JsonProperty("refresh_token") @Nullable String refreshToken) {}

  /** The tokens, named as OAuth 2 names them. */
  @Schema(name = "Token")
  record TokenAnswer(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @Schema(description = "seconds") @JsonProperty("expires_in") long expiresIn,
      @Schema(description = "good once") @JsonProperty("refresh_token") String refreshToken) {}
}
